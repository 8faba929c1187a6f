extension TestRootKey {
    /// The private key, PKCS#8; of no use but in tests.
    var privatePEM: String {
        switch self {
        case .app:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgPgjRT8xra4fA+L0u
            8yJaK66fjM1wiZI6+/xQ/cyGgLKhRANCAAS4/ACRKJXURTOiopTqutGO+hMyCkcI
            /E6/Xg2nPD/u7KjPx7LVKXjSxRB3r0O0mXTnzJINGkJ/bl90V82Km8Oq
            -----END PRIVATE KEY-----

            """
        case .appNext:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUpolg6+F7XMVVpyv
            YOODV/86mVsin0XxPbWu1NBKC6WhRANCAATaHJqBpNvG75TlfDWxiyalVoU99Nby
            MLQABarAfw/m/U7NWz0QviZsnpVPG43XQbQw+J5i9fEDSUTQhXZ3mKKb
            -----END PRIVATE KEY-----

            """
        case .lab:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4tREiE7H9rX6L9BA
            sObexKi+KuO0GdIsKVJYkEWo6zihRANCAASZug1fxZkIS7oSOIhnWRz7/pxD1qCq
            In82KbZUKwGgUk9lEa9nIe0A9kG2OkBBairkO+W/swqH8GQ77BoAGOTZ
            -----END PRIVATE KEY-----

            """
        case .labNext:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzuVEyNxuU+jFNTZH
            q9soDzJJfa8ouIeGCN9fE2nfQAWhRANCAAQQB6s+Ais1FriU3BrcbGKnxA6C1Bx6
            i39mFHL/rXNygRC/CPZiNyI//FQEHY2SU4htNMSz9L44UsLsefXLwlSg
            -----END PRIVATE KEY-----

            """
        case .other:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjns8WsxmJUxt+Bmg
            H7Wnj8+LQhAceFmNx7VTQsJz1MqhRANCAAQjSSv34lSfLarGICaRZ/s3WiM1GtcZ
            Dk7Il9geRG+Ruzl4t66AvcreF/HmVkbctiZTyu2Ta/gC+vnyEqfz/7Oh
            -----END PRIVATE KEY-----

            """
        case .sha1:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXv7QKrcYdOdsQAge
            y7omdBnC5x9D4eTh9DrI3wWVcDqhRANCAARLgmUtriVbCgC8Fy9A4kvecaUbv5PU
            RoGvUUh8LHFs+ueONfZ1oxcJ1i/WCgGXuYxFciwDTNqvHU3Uj8noqAPy
            -----END PRIVATE KEY-----

            """
        case .authority:
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTwnz61ByZJQdT2dN
            8IZHWHcNmWwEbu2g6UDvEsNp+DGhRANCAARHgJkLFd1bLBQBmeUIIFeLy5pqz0Ks
            +tvVGnxr1xqLSEINWatqMTDfrhl3ALeVnCw9V/NmddljBWJzb8jjtch8
            -----END PRIVATE KEY-----

            """
        case .rsa:
            """
            -----BEGIN PRIVATE KEY-----
            MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC26hzydHVGtYCq
            yMxnd/XsusnwqCtPK2sOxq8PeiYgt0v+RTxq6pgJW87B3FBRyt5Ol41Jq8D92zLT
            TSDxI84t5KGv6mtchjJKOKJ9dEKEtZ12dwWvsmoAn3BSHORDbBEL6zG3kscu1t05
            zNgO2GMYfF3nb+YhkrkruKYRkSJ3Hmz1MDbnv/R9iiocqiaytSSm+ZXa9vmoo3Bv
            EXsg0Y05QqkVraQhMh/8SYFls2PlwbNZ31Yid8dStnLpxf6WNna0r3r0qn5flcyM
            vgcv6wKOVdXVuL1gRjzG6t4HbDknv7yWoU3Qzg44Jv3GE8HWEn00Go3GWlLT+wQV
            iPHo2jfRAgMBAAECggEAJZ4EEgDNVZtiOL1O/EB5fRP1D98l+QQu4j0OJ5qxWK0Z
            ndNTV5GjbtlIrinHAus7yOH2Fp6R9CMuUrJcAfuhHWMVtX36Um7uzMDU+gP84hoP
            phtYOgfxMOuZR+nVL+B7qP3Xna8783AQ0yBDltn9lz2MelpS87ifCFTTIm28rs5k
            Bc+ZGVe8MTrXx1oHo4pJXgVmg/7DIIAWOmwiQ1lTe69AynmjMLgOe/BBr48hbOLI
            rjIW8j2dMMzQlploz8ZDrMnrc68N66nDjV0JGOUdEgH4dweI5bCKQJKcI9rXAQTp
            rWhW1aXlVIRAG8vMYpsW9o9mzntvUkspZlgU2MgY2QKBgQDdtNxaQch5k4Enpzb7
            AUwvWBgJ/e//aDRsleOdRqv+CJqGeqCoZzzigTQKQ9J8EO0wYIUyzV0hsE07x4bY
            7aX56dA/2mfNgwPZoDRYHxCOjwgYV3qoQ6EiE/KVjOIWIUvEX/IojVsz6VU9XrC+
            Bw9u0xTZeW9vKg85dgBUdERXRwKBgQDTNSqW/62aRhkY5+kuGCsigf+CMB7QBfKD
            25DGHpvMtg5Z9YeTjpcVXaET6WAIPBO7SpfsKvcGdSEgRrcMQpWqDdBy88TrsO2X
            KXWKowbJG1Gk26eTeWJI6L6HMBCY8S5wSXziEDBuc92NzZ0iAFSCoN92a6UlutEE
            EfZ9wdW0JwKBgQCas3L2v+RFgTmkE7f3mcYxWwUbI8htraa3BjgXLJMi5Zn9sF+e
            YrtHSeSoLP8Ydy8qjI8lDcuokD60MdvUTq98HTyk8Z9w9bSgDHu56aNB9mgtpA0A
            kIBFKSoiVHYF/yHBWzm8NjanmG9ULViioIaSTFPGFEg/h1esPryoMaDmTQKBgHOH
            OWyvHj6s6T1+XUYhYjbV9PU5bSFMn4MQrvgv9fjb/K2oaCiGbo35UQqbNTRL6F8i
            RkegmM6ncx88jxPduA/0zniSbrydYti0jN7wnd2TW+1ZWSiJ1QEcjltUJ0ABbO1u
            xSjCwjsolZ/jQHhAxflOFe2opAUnUv1u9e2EAWkxAoGBAK1Gc6gdS8PmyvL0eao2
            ioZcSzWobkW4065iBsLxX0iqDu8Dgggf96dQQxdriLSrzah0m6MQTl79HgaH6J2t
            lhNzfY4vZInO9D0Ex/2cPnw0GKM8t7QxUkQTK0qnUm3gwhQkYdN6CsjDoAfileFC
            Y3YP1Jjz6hFWPSpbwbBQP9b0
            -----END PRIVATE KEY-----

            """
        }
    }
}
