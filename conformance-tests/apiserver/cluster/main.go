// Cluster runs an etcd and a kube-apiserver of its own on free loopback ports, without any controller, until it is
// interrupted. It prints the path of an administrator's kubeconfig once the API server is ready.
//
// Usage: cluster DIRECTORY, the directory that holds the two binaries.
package main

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

const kubeconfig = `apiVersion: v1
kind: Config
current-context: plimsoll
contexts: [{name: plimsoll, context: {cluster: plimsoll, user: admin}}]
clusters: [{name: plimsoll, cluster: {server: "%s", certificate-authority: "%s"}}]
users: [{name: admin, user: {token: "%s"}}]
`

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: cluster DIRECTORY")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// run keeps everything of the cluster in one temporary directory, which goes with it unless the cluster failed: then
// the logs in it say why.
func run(ctx context.Context, binaries string) error {
	dir, err := os.MkdirTemp("", "plimsoll-cluster-")
	if err != nil {
		return err
	}
	alive, fail := context.WithCancelCause(ctx)
	config, err := start(alive, fail, binaries, dir)
	if err == nil {
		fmt.Println(config)
		<-alive.Done()
		err = context.Cause(alive)
	}
	fail(nil)
	if ctx.Err() == nil {
		return fmt.Errorf("%w (see the logs in %s)", err, dir)
	}
	time.Sleep(100 * time.Millisecond) // the killed processes let go of their files
	return os.RemoveAll(dir)
}

// start returns the path of the kubeconfig when the API server is ready and can take pods in the namespace default.
func start(ctx context.Context, fail context.CancelCauseFunc, binaries, dir string) (string, error) {
	in := func(name string) string { return filepath.Join(dir, name) }
	token := rand.Text()
	key, err := serviceAccountKey()
	if err != nil {
		return "", err
	}
	server := "https://" + freeAddress()
	_, port, _ := net.SplitHostPort(server[len("https://"):])
	etcd, peer := "http://"+freeAddress(), "http://"+freeAddress()
	config := fmt.Sprintf(kubeconfig, server, in("apiserver.crt"), token)
	err = errors.Join(
		os.WriteFile(in("tokens.csv"), []byte(token+",kubernetes-admin,admin,system:masters\n"), 0o600),
		os.WriteFile(in("service-account.key"), key, 0o600),
		os.WriteFile(in("kubeconfig"), []byte(config), 0o600),
		launch(ctx, fail, dir, filepath.Join(binaries, "etcd"), "--data-dir="+in("etcd"), "--unsafe-no-fsync",
			"--listen-client-urls="+etcd, "--advertise-client-urls="+etcd,
			"--listen-peer-urls="+peer, "--initial-advertise-peer-urls="+peer, "--initial-cluster=default="+peer),
		launch(ctx, fail, dir, filepath.Join(binaries, "kube-apiserver"), "--etcd-servers="+etcd,
			"--bind-address=127.0.0.1", "--secure-port="+port, "--cert-dir="+dir, "--token-auth-file="+in("tokens.csv"),
			"--authorization-mode=RBAC", "--allow-privileged=true", "--service-cluster-ip-range=10.0.0.0/24",
			"--service-account-issuer=https://kubernetes.default.svc",
			"--service-account-key-file="+in("service-account.key"),
			"--service-account-signing-key-file="+in("service-account.key")),
	)
	if err != nil {
		return "", err
	}
	if err := request(ctx, server+"/readyz", token, "", http.StatusOK); err != nil {
		return "", err
	}
	// No controller manager creates it, and without it no pod is admitted.
	account := `{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"default"}}`
	accounts := server + "/api/v1/namespaces/default/serviceaccounts"
	return in("kubeconfig"), request(ctx, accounts, token, account, http.StatusCreated)
}

// launch starts a program that ends with the context, logs beside its data, and fails the cluster if it ends first.
func launch(ctx context.Context, fail context.CancelCauseFunc, dir, program string, args ...string) error {
	logFile, err := os.Create(filepath.Join(dir, filepath.Base(program)+".log"))
	if err != nil {
		return err
	}
	command := exec.CommandContext(ctx, program, args...)
	command.Stdout, command.Stderr, command.Dir = logFile, logFile, dir
	if err := command.Start(); err != nil {
		return err
	}
	go func() { fail(fmt.Errorf("%s ended: %w", filepath.Base(program), command.Wait())) }()
	return nil
}

// request repeats a GET, or a POST if there is a body, until it is answered with the wanted status.
func request(ctx context.Context, url, token, body string, want int) error {
	ctx, cancel := context.WithTimeoutCause(ctx, time.Minute, fmt.Errorf("%s did not answer %d in a minute", url, want))
	defer cancel()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	for ; ctx.Err() == nil; time.Sleep(50 * time.Millisecond) {
		method := http.MethodGet
		if body != "" {
			method = http.MethodPost
		}
		r, err := http.NewRequestWithContext(ctx, method, url, bytes.NewBufferString(body))
		if err != nil {
			return err
		}
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", "application/json")
		if response, err := client.Do(r); err == nil {
			response.Body.Close()
			if response.StatusCode == want {
				return nil
			}
		}
	}
	return context.Cause(ctx)
}

func serviceAccountKey() ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	der, err := x509.MarshalECPrivateKey(key)
	return pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der}), err
}

// freeAddress names a loopback address that was free a moment ago.
func freeAddress() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
