// Kube-apiserver is the upstream API server, built from its published modules.
package main

import (
	"os"
	_ "time/tzdata" // CronJob time zones, wherever this runs

	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	os.Exit(cli.Run(app.NewAPIServerCommand()))
}
