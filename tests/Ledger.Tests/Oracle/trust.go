package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Whom the policy of a folder believes: its first line names the log.
type trust struct {
	origin    string
	verifiers []note.Verifier
}

func readPolicy(dir string) (trust, error) {
	text, err := os.ReadFile(filepath.Join(dir, "policy"))
	if err != nil {
		return trust{}, err
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	first := strings.Fields(lines[0])
	if len(first) != 2 || first[0] != "log" {
		return trust{}, fmt.Errorf("policy: the first line is not log <vkey>: %q", lines[0])
	}
	log, err := note.NewVerifier(first[1])
	if err != nil {
		return trust{}, fmt.Errorf("policy: %q: %v", first[1], err)
	}
	found := trust{origin: log.Name(), verifiers: []note.Verifier{log}}
	for _, line := range lines[1:] {
		items := strings.Fields(line)
		if len(items) == 0 || items[0] != "witness" {
			continue
		}
		witness, err := newCosigner(items[2])
		if err != nil {
			return trust{}, fmt.Errorf("policy: %q: %v", items[2], err)
		}
		found.verifiers = append(found.verifiers, witness)
	}
	return found, nil
}

// A cosigner checks the signatures of c2sp.org/tlog-cosignature, type 04, of which x/mod knows nothing.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("not three parts")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return nil, fmt.Errorf("not a cosigner's key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(sum[:])
	if parts[1] != fmt.Sprintf("%08x", hash) {
		return nil, fmt.Errorf("the id is not %08x", hash)
	}
	return &cosigner{parts[0], hash, ed25519.PublicKey(key[1:])}, nil
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }

func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	return ed25519.Verify(c.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, msg)), sig[8:])
}

type checkpoint struct {
	size int64
	root tlog.Hash
}

func openCheckpoint(dir string, trust trust) (checkpoint, int, error) {
	text, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return checkpoint{}, 0, err
	}
	return openNote(text, trust)
}

// Every key of the policy must have signed; more is left aside.
func openNote(text []byte, trust trust) (checkpoint, int, error) {
	opened, err := note.Open(text, note.VerifierList(trust.verifiers...))
	if err != nil {
		return checkpoint{}, 0, fmt.Errorf("checkpoint: %v", err)
	}
	if len(opened.Sigs) != len(trust.verifiers) {
		return checkpoint{}, 0, fmt.Errorf("checkpoint: %d of %d signatures", len(opened.Sigs), len(trust.verifiers))
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != trust.origin || lines[3] != "" {
		return checkpoint{}, 0, fmt.Errorf("checkpoint: not three lines of this log: %q", opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] {
		return checkpoint{}, 0, fmt.Errorf("checkpoint: size %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	return checkpoint{size, root}, len(opened.Sigs), err
}
