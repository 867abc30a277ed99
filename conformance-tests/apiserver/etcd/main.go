// Etcd is the upstream key-value store, at the version kube-apiserver's own modules name.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() {
	etcdmain.Main(os.Args)
}
