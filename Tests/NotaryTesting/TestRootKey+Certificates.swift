extension TestRootKey {
    /// The certificate.
    var certificatePEM: String {
        switch self {
        case .app:
            """
            -----BEGIN CERTIFICATE-----
            MIIBfDCCASKgAwIBAgIUGp7cnEgd9ofwJMejDdlLKMaKjOswCgYIKoZIzj0EAwIw
            EjEQMA4GA1UEAwwHbGFiL2FwcDAgFw0yNjExMjMxNTA4NTlaGA8yMTI2MTAzMDE1
            MDg1OVowEjEQMA4GA1UEAwwHbGFiL2FwcDBZMBMGByqGSM49AgEGCCqGSM49AwEH
            A0IABLj8AJEoldRFM6KilOq60Y76EzIKRwj8Tr9eDac8P+7sqM/HstUpeNLFEHev
            Q7SZdOfMkg0aQn9uX3RXzYqbw6qjVDBSMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/
            BAQDAgeAMBMGA1UdJQQMMAoGCCsGAQUFBwMDMB0GA1UdDgQWBBR3+a89577JK0iR
            6ApUHutyw1vx9TAKBggqhkjOPQQDAgNIADBFAiADuvJCDLg8WbEDcHmK6yaHITSV
            qE8TZ3DD4GPnVUpYtAIhAJnlweCKsY8Fy2RPAndXo/UGRc7ZiRwgXVY2EPvhJAvk
            -----END CERTIFICATE-----

            """
        case .appNext:
            """
            -----BEGIN CERTIFICATE-----
            MIIBfTCCASKgAwIBAgIUd0Ad2TiyDJ/WuLoufu/17Cxo5x8wCgYIKoZIzj0EAwIw
            EjEQMA4GA1UEAwwHbGFiL2FwcDAgFw0yNjExMjMxNTA4NTlaGA8yMTI2MTAzMDE1
            MDg1OVowEjEQMA4GA1UEAwwHbGFiL2FwcDBZMBMGByqGSM49AgEGCCqGSM49AwEH
            A0IABNocmoGk28bvlOV8NbGLJqVWhT301vIwtAAFqsB/D+b9Ts1bPRC+JmyelU8b
            jddBtDD4nmL18QNJRNCFdneYopujVDBSMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/
            BAQDAgeAMBMGA1UdJQQMMAoGCCsGAQUFBwMDMB0GA1UdDgQWBBRvaeE8YkmVk9gE
            A8AmTe3l5Qh9+TAKBggqhkjOPQQDAgNJADBGAiEAy96nldodWmZosu34go0OBSkH
            Wd95yuFVgCpePQWqQ8oCIQC/v3kbq8dCbIVDE4GPwZxMu7Daq60Z7CuF3ItVJrMG
            9g==
            -----END CERTIFICATE-----

            """
        case .lab:
            """
            -----BEGIN CERTIFICATE-----
            MIIBeDCCAR6gAwIBAgIUHfpLlzw+6XhddAQQoFaWbEVjnjkwCgYIKoZIzj0EAwIw
            EDEOMAwGA1UEAwwFbGFiLyowIBcNMjYxMTIzMTUwODU5WhgPMjEyNjEwMzAxNTA4
            NTlaMBAxDjAMBgNVBAMMBWxhYi8qMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
            mboNX8WZCEu6EjiIZ1kc+/6cQ9agqiJ/Nim2VCsBoFJPZRGvZyHtAPZBtjpAQWoq
            5Dvlv7MKh/BkO+waABjk2aNUMFIwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMC
            B4AwEwYDVR0lBAwwCgYIKwYBBQUHAwMwHQYDVR0OBBYEFMQP3w8i/8UFnnNObJDM
            n8y24zO5MAoGCCqGSM49BAMCA0gAMEUCIQDrCvzdL/chRrPvzvbV6GIrcrRD5WbL
            3ANvuwp8/ote6AIgLNWRlrxJFS1KdJ98uCcKshLQETcYyVbiMeGuD234SG4=
            -----END CERTIFICATE-----

            """
        case .labNext:
            """
            -----BEGIN CERTIFICATE-----
            MIIBeDCCAR6gAwIBAgIUM/VyFoxV0IzJ8rMbQtUNiKLYqPYwCgYIKoZIzj0EAwIw
            EDEOMAwGA1UEAwwFbGFiLyowIBcNMjYxMTIzMTUwODU5WhgPMjEyNjEwMzAxNTA4
            NTlaMBAxDjAMBgNVBAMMBWxhYi8qMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
            EAerPgIrNRa4lNwa3Gxip8QOgtQceot/ZhRy/61zcoEQvwj2YjciP/xUBB2NklOI
            bTTEs/S+OFLC7Hn1y8JUoKNUMFIwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMC
            B4AwEwYDVR0lBAwwCgYIKwYBBQUHAwMwHQYDVR0OBBYEFAubW4mPNlk7Xd1m6/Wg
            2CZr7n3kMAoGCCqGSM49BAMCA0gAMEUCIQDcZWJZCeAH4FiuIaa+SgHZOszkTNpy
            ZCwX9ql/Eq/+ngIgNtCWOwMr8jT5C1V9SS/9ROC6gXehKXFxt+QxvCrWf+Q=
            -----END CERTIFICATE-----

            """
        case .other:
            """
            -----BEGIN CERTIFICATE-----
            MIIBgTCCASagAwIBAgIUOB/G5jhe8c6mizCDLrRFmaoU7agwCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJbGFiL290aGVyMCAXDTI2MTEyMzE1MDg1OVoYDzIxMjYxMDMw
            MTUwODU5WjAUMRIwEAYDVQQDDAlsYWIvb3RoZXIwWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAAQjSSv34lSfLarGICaRZ/s3WiM1GtcZDk7Il9geRG+Ruzl4t66Avcre
            F/HmVkbctiZTyu2Ta/gC+vnyEqfz/7Oho1QwUjAMBgNVHRMBAf8EAjAAMA4GA1Ud
            DwEB/wQEAwIHgDATBgNVHSUEDDAKBggrBgEFBQcDAzAdBgNVHQ4EFgQUHwyYGUWG
            mGds9X+q+IcpEWMlMXMwCgYIKoZIzj0EAwIDSQAwRgIhANJZZhJcLs7nBp8opmhW
            fQsB5w4/5FaWVOp42vhB1bsAAiEA4J8N6x69fJaDPak390HY+uUo5Yw7ZLuIeLhY
            k3Eme58=
            -----END CERTIFICATE-----

            """
        case .sha1:
            """
            -----BEGIN CERTIFICATE-----
            MIIBejCCASGgAwIBAgIUC97amFbKlEYLgN1swuo0KLqQ2N4wCQYHKoZIzj0EATAS
            MRAwDgYDVQQDDAdsYWIvYXBwMCAXDTI2MTEyMzE1MDg1OVoYDzIxMjYxMDMwMTUw
            ODU5WjASMRAwDgYDVQQDDAdsYWIvYXBwMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
            QgAES4JlLa4lWwoAvBcvQOJL3nGlG7+T1EaBr1FIfCxxbPrnjjX2daMXCdYv1goB
            l7mMRXIsA0zarx1N1I/J6KgD8qNUMFIwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8E
            BAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwMwHQYDVR0OBBYEFNvvTgbBwiv6SACB
            Hef2PU4XsQWeMAkGByqGSM49BAEDSAAwRQIhAOyqyGJTa3JTfkRfJmSB86Pktdfw
            wp3Yk1JJalOO1D8LAiAN7A/+PoWVLmdXtcNla6yLVCiS61MPpljMj+MFOcJ42A==
            -----END CERTIFICATE-----

            """
        case .authority:
            """
            -----BEGIN CERTIFICATE-----
            MIIBWjCCAQCgAwIBAgIUNsWNfM6BMXGaaszWojY5hyiPes0wCgYIKoZIzj0EAwIw
            EjEQMA4GA1UEAwwHbGFiL2FwcDAgFw0yNjExMjMxNTA4NTlaGA8yMTI2MTAzMDE1
            MDg1OVowEjEQMA4GA1UEAwwHbGFiL2FwcDBZMBMGByqGSM49AgEGCCqGSM49AwEH
            A0IABEeAmQsV3VssFAGZ5QggV4vLmmrPQqz629UafGvXGotIQg1Zq2oxMN+uGXcA
            t5WcLD1X82Z12WMFYnNvyOO1yHyjMjAwMA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0O
            BBYEFK12SmuCRY+TUkDuiPFBfs8CdRsZMAoGCCqGSM49BAMCA0gAMEUCIH2alAjl
            UQqXJg6SitAfyNvX9Q4NYTy5/lGS/vyEGLE4AiEAhBFnyl7uMvCspDCDsiE0phG1
            MRfXanMeFXJbSf1E5H0=
            -----END CERTIFICATE-----

            """
        case .rsa:
            """
            -----BEGIN CERTIFICATE-----
            MIIDCDCCAfCgAwIBAgIUWZrMKglYm0cyT4MAL5vETqY5FwgwDQYJKoZIhvcNAQEL
            BQAwEjEQMA4GA1UEAwwHbGFiL2FwcDAgFw0yNjExMjMxNTA4NTlaGA8yMTI2MTAz
            MDE1MDg1OVowEjEQMA4GA1UEAwwHbGFiL2FwcDCCASIwDQYJKoZIhvcNAQEBBQAD
            ggEPADCCAQoCggEBALbqHPJ0dUa1gKrIzGd39ey6yfCoK08raw7Grw96JiC3S/5F
            PGrqmAlbzsHcUFHK3k6XjUmrwP3bMtNNIPEjzi3koa/qa1yGMko4on10QoS1nXZ3
            Ba+yagCfcFIc5ENsEQvrMbeSxy7W3TnM2A7YYxh8Xedv5iGSuSu4phGRIncebPUw
            Nue/9H2KKhyqJrK1JKb5ldr2+aijcG8ReyDRjTlCqRWtpCEyH/xJgWWzY+XBs1nf
            ViJ3x1K2cunF/pY2drSvevSqfl+VzIy+By/rAo5V1dW4vWBGPMbq3gdsOSe/vJah
            TdDODjgm/cYTwdYSfTQajcZaUtP7BBWI8ejaN9ECAwEAAaNUMFIwDAYDVR0TAQH/
            BAIwADAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwMwHQYDVR0O
            BBYEFGC/TKGx/1wWcAv3w6d/uK3n023uMA0GCSqGSIb3DQEBCwUAA4IBAQA7z8Gs
            yV8CjUtNXkkC/q1/vInI19cEU8vB0ytmKW/6Im3dfhTJXtPBnVRA34PrDITUIIA+
            DTcjO0HDveCqQaHyp/Bh303PiIWESPslFpOE+rrORzC21dr4PcLCTMmRSuKdLGMM
            STZdv3UdlMugBWvqK5HUkYmW5v2JKkhkhbRdPEbKN0FKbKOlj/AIwG171sULyYvj
            aMk4Q7hXPYdHMPS3BSa0TLi/mZLj+8YDPL6OhjYLVh9AUjJ1Q4eriG9qL/hvmz5M
            wp3dtjeIwkzGQuWII7GTEKGoH8naRTIoFBTCJNAA+rkJ+IVCkTn/TnV9QyhqAzL1
            N5Y1zhZ/IreCCKuQ
            -----END CERTIFICATE-----

            """
        }
    }
}
