package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// A client of x/mod: it reads hashes from our tiles, and believes only those that lead to the signed root.
type client struct{ dir string }

func (c client) Height() int { return 8 }

func (c client) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		found, err := os.ReadFile(filepath.Join(c.dir, pathOf(tile)))
		if err != nil {
			return nil, err
		}
		data = append(data, found)
	}
	return data, nil
}

func (c client) SaveTiles([]tlog.Tile, [][]byte) {}

func checkThroughTiles(dir string, tree checkpoint, log *history, _ *counts) error {
	if tree.size == 0 {
		return nil
	}
	reader := tlog.TileHashReader(tlog.Tree{N: tree.size, Hash: tree.root}, client{dir})
	for _, n := range []int64{0, tree.size / 3, tree.size - 1} {
		proof, err := tlog.ProveRecord(tree.size, n, reader)
		if err != nil {
			return fmt.Errorf("entry %d through tiles: %v", n, err)
		}
		if err := tlog.CheckRecord(proof, tree.size, tree.root, n, log.records[n]); err != nil {
			return fmt.Errorf("entry %d through tiles: %v", n, err)
		}
	}
	return nil
}

// inclusion/*.tlog-proof: c2sp.org/tlog-proof, each with its own checkpoint inside.
func checkInclusions(dir string, trust trust, log *history, seen *counts) error {
	files, err := filepath.Glob(filepath.Join(dir, "inclusion", "*.tlog-proof"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := checkInclusion(string(text), trust, log); err != nil {
			return fmt.Errorf("%s: %v", filepath.Base(file), err)
		}
		seen.inclusions++
	}
	return err
}

func checkInclusion(text string, trust trust, log *history) error {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("not a tlog-proof")
	}
	if lines = lines[1:]; strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	n, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil || !strings.HasPrefix(lines[0], "index ") {
		return fmt.Errorf("no index")
	}
	hashes, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	tree, _, err := openNote([]byte(signed), trust)
	if err != nil {
		return err
	}
	made, err := tlog.ProveRecord(tree.size, n, log)
	if err != nil {
		return err
	}
	if fmt.Sprint(made) != fmt.Sprint(tlog.RecordProof(hashes)) {
		return fmt.Errorf("another path than x/mod makes")
	}
	return tlog.CheckRecord(hashes, tree.size, tree.root, n, log.records[n])
}

// consistency/<size>: the hashes that lead from there to the checkpoint, one a line.
func checkConsistencies(dir string, tree checkpoint, log *history, seen *counts) error {
	files, err := filepath.Glob(filepath.Join(dir, "consistency", "*"))
	for _, file := range files {
		from, err := strconv.ParseInt(filepath.Base(file), 10, 64)
		if err != nil {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		hashes, err := parseHashes(strings.Split(strings.TrimSuffix(string(text), "\n"), "\n"))
		if err != nil {
			return err
		}
		root, err := log.root(from)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(hashes, tree.size, tree.root, from, root); err != nil {
			return fmt.Errorf("from %d: %v", from, err)
		}
		seen.consistencies++
	}
	return err
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		if line == "" && len(lines) == 1 {
			break
		}
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
