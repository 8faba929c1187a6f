/// How the two numbers of an ECDSA signature are written.
public enum SignatureEncoding: Hashable, Sendable {
    /// r‖s, each as long as the curve's order, big endian: Notary's form.
    case rawPair
    /// `SEQUENCE { INTEGER r, INTEGER s }` in DER: TUF's and X.509's form.
    case der
}
