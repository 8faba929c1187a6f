/// Keys of sizes that a `KeyGenerator` does not make, used nowhere else.
enum BenchmarkKeys {
    static let p384 = """
        MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDDADeu01ooIC43mJYQO
        kJV1JC35otOD2+qjX2FBrFUlAtR/zzNlvWqikUEpU/R+ocChZANiAASbFzm+1x/v
        ct1D+hkYFFBdmdsjGxm9xQQvPnHz8BwhSHMe77s+tp7eYqrBCne9fiXCRea5gL8n
        MT6kC/EpDw11jGZn+TQtIsl8TiQscQ7SgmCipq3Efpzu9aGW6P7N2GA=
        """
    static let rsa2048 = """
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCtFIPvmXPW+ZgS
        vuaRS92HiIdwMONdLVWDM2K37w00F8pnkEiG8+E4YA1Oo5ooabVl8TDGQ82u5i5/
        Yg28yEZhjtk8idiiw54ofB709mubU7N3FCqtDf9vN0WsIXEFQYiVbDfJV6m6rYtc
        rZ1bA8j5yv/et3/XeEKL2SiFmo+QqWGdw2KOL2E+27GnR9YDlq74WSdIjHm1F/+B
        5GXhnFQZYtb2wH2M7ZzfrVhMUw2AlPOIE8k2YH9U6j+QzEx2HxZuEAg6Tn9txeyB
        cBujmthqYrLLpsl18ywdayxcqj2oP0LD66X4RzqfK1ye/iXOF7/+WRJ15xbANvjG
        hZlo9WiXAgMBAAECggEAUAH2x1BhOxPf13KFtM6kFh3ntdXzlEP7jo23aZ1Itjb1
        KpCI5lFgYCYOoLaB8YKEBx7KVCxNrTbccagK/6R43GojQ5fZG8xflQljagtrTL8R
        a89Xtu2MkYW0YFCJJUvY7nG7DAjI/fFxRaM/5S3Hvqi3ROYAY8NEx87Xq4L6MH1J
        ZZ/X8BPGt6//E0Quf5677RL/c9cAje51nmWIGkUSvv5rQnSN4+cpaU+vcBwiBhbK
        JVb+fiGylZQul0koDfvdAiyCMcWCupenYbIrAAQQAqMBG/YYKRwQXpmCF/Lu72Ij
        8DACy3esSB8IbXpl4Ha4F/RD7SYEJxVv78ahcKAa+QKBgQDX4PCOvcpWlTrW5Prl
        fRzIoIoIyOKWZyw5Tnq1opacibZzfKEymz9jdGClPccscl5xJuUP0G8UNU+0ivdl
        z9ToXU1CnNkl7J8cWo7rHt+7CuQGe0jZNVshSspDid/eRxCrqzji1XpDsEdlCywP
        Qw7WhnnyYs3Z/r++DBPxSjug2wKBgQDNP09jO2+w0NTXp9C5F+lJRYX8fw0mSBLE
        dheoY55r0je2x9Lh/PyOK8lrLCA40V1EwDzyh3r9oaEmU2YFwx0929DSUmW84OGS
        cf064H3VWIGf13e4GUgQrn8RoDC0uW+HEEhDl6nbIAr6KtYbfNeB1lecHLcnIXbD
        tHKtaF+V9QKBgQDOIAmRQcahRXwZFCo8VWnWZvNlz+oKkhi33ydrpwMIFLYRLz77
        gyDTZZuiK4qx9cIXaHvuzaZCNWUVjlsK65bvB6dtozXz8Cs8d3tfJOubPJrdVXoJ
        a9jHwRG/yzXmlxRj1elLLWrAluCUqkY3jF/ulhh6R70mGQgb/oxMKAUnYQKBgCRI
        5v4CCfLWWGpvroSqZ4GemttSkr6Ly1WUEwaf5efl2BemJ+/vy65Oq2MY//FLghOf
        cKbnsKSaKGUgJU8reUXwUHB+RKIpl3dOU5hPC6/l37SkYPPY9FaOosQ476NjjQXx
        qPTaIRsuBQLJA+UEIw0/GWnt4as3TUm34vYpF4zpAoGAN6sP5ZhIZttINrkvMx0Y
        P39ftt8e7lSyfYx1Vo/HhOS2STdBIZ3OuaVy3ivddYJq292qZxXVEn3/dTRIECXZ
        njIwUw9nba3YeAAaWCqg4APu6KJ1H4TXr1B9pIGrPhUL9VWbd+4qzLvHKhSgoVph
        roCC1Gx4Kj11byUXVH3ywB8=
        """
}
