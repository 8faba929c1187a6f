// Verifies Notary repositories from memory with Notary's own client code and prints, for each
// folder given, "notary-FOLDER notary SECONDS": the median CPU time of one full verification.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"

	"github.com/sirupsen/logrus"
	"github.com/theupdateframework/notary/trustpinning"
	"github.com/theupdateframework/notary/tuf"
	"github.com/theupdateframework/notary/tuf/data"
)

type repository struct {
	gun         data.GUN
	files       map[data.RoleName][]byte
	delegations []data.RoleName
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(folder string) repository {
	var facts struct {
		GUN string `json:"gun"`
	}
	text, err := os.ReadFile(filepath.Join(folder, "case.json"))
	check(err)
	check(json.Unmarshal(text, &facts))
	found := repository{gun: data.GUN(facts.GUN), files: map[data.RoleName][]byte{}}
	base := filepath.Join(folder, "metadata")
	check(filepath.Walk(base, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name, err := filepath.Rel(base, path)
		check(err)
		role := data.RoleName(strings.TrimSuffix(name, ".json"))
		if found.files[role], err = os.ReadFile(path); err != nil {
			return err
		}
		if data.IsDelegation(role) {
			found.delegations = append(found.delegations, role)
		}
		return nil
	}))
	// A parent before its children, as a client walks them.
	sort.Slice(found.delegations, func(i, j int) bool {
		return found.delegations[i] < found.delegations[j]
	})
	return found
}

// The order of the client: root, timestamp, snapshot, targets, delegations. Expiry is not
// looked at, since the vectors are older than their timestamps allow.
func (r repository) verify() {
	builder := tuf.NewRepoBuilder(r.gun, nil, trustpinning.TrustPinConfig{})
	roles := []data.RoleName{
		data.CanonicalRootRole, data.CanonicalTimestampRole, data.CanonicalSnapshotRole,
		data.CanonicalTargetsRole,
	}
	for _, role := range append(roles, r.delegations...) {
		check(builder.Load(role, r.files[role], 1, true))
	}
	_, _, err := builder.Finish()
	check(err)
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	microseconds := usage.Utime.Usec + usage.Stime.Usec
	return float64(usage.Utime.Sec+usage.Stime.Sec) + float64(microseconds)/1e6
}

func main() {
	logrus.SetLevel(logrus.PanicLevel)
	for _, folder := range os.Args[1:] {
		r := read(folder)
		r.verify()
		calls := 20
		if len(r.files[data.CanonicalTargetsRole]) > 1<<20 {
			calls = 1
		}
		var times []float64
		for round := 0; round < 15; round++ {
			start := cpuSeconds()
			for call := 0; call < calls; call++ {
				r.verify()
			}
			times = append(times, (cpuSeconds()-start)/float64(calls))
		}
		sort.Float64s(times)
		fmt.Printf("notary-%s notary %.9f\n", filepath.Base(folder), times[len(times)/2])
	}
}
