/// A database of users as `/etc/passwd` is, with lines that are no accounts.
let madeUpAccounts = """
    root:x:0:0:root:/root:/bin/sh
    # a comment
    short:x:7
    nohome:x:1000:1000:::/bin/sh
    alice:x:1000:1000:Alice,,,:/home/alice:/bin/bash
    """
