package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// A log read from its entries: their hashes, and those that x/mod stores above them.
type history struct {
	stored  []tlog.Hash
	records []tlog.Hash
}

func (l *history) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = l.stored[index]
	}
	return hashes, nil
}

// The root at a size; x/mod 0.7.0 has zeros for the empty tree.
func (l *history) root(size int64) (tlog.Hash, error) {
	if size == 0 {
		return tlog.Hash(sha256.Sum256(nil)), nil
	}
	return tlog.TreeHash(size, l)
}

// Where c2sp.org/tlog-tiles puts a tile: as x/mod does, without the height.
func pathOf(tile tlog.Tile) string {
	if tile.L == -1 {
		return "tile/entries" + strings.TrimPrefix(tile.Path(), "tile/8/data")
	}
	return "tile" + strings.TrimPrefix(tile.Path(), "tile/8")
}

// The tiles of a size, counted from the words of the specification.
func tilesOf(size int64, level int) []tlog.Tile {
	var tiles []tlog.Tile
	hashes := size
	for l := 0; l < level; l++ {
		hashes /= 256
	}
	for n := int64(0); n < hashes/256; n++ {
		tiles = append(tiles, tlog.Tile{H: 8, L: level, N: n, W: 256})
	}
	if hashes%256 > 0 {
		tiles = append(tiles, tlog.Tile{H: 8, L: level, N: hashes / 256, W: int(hashes % 256)})
	}
	return tiles
}

func readEntries(dir string, tree checkpoint, seen *counts) (*history, error) {
	log := &history{}
	for _, tile := range tilesOf(tree.size, 0) {
		at := tlog.Tile{H: 8, L: -1, N: tile.N, W: tile.W}
		bundle, err := os.ReadFile(filepath.Join(dir, pathOf(at)))
		if err != nil {
			return nil, err
		}
		for i := 0; i < tile.W; i++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("%s: cut off at entry %d", pathOf(at), i)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if err := log.append(tlog.RecordHash(bundle[2:end])); err != nil {
				return nil, err
			}
			bundle = bundle[end:]
			seen.entries++
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("%s: %d bytes too many", pathOf(at), len(bundle))
		}
		seen.tiles++
	}
	root, err := log.root(tree.size)
	if err == nil && root != tree.root {
		err = fmt.Errorf("the entries have the root %v, the checkpoint %v", root, tree.root)
	}
	return log, err
}

func (l *history) append(record tlog.Hash) error {
	hashes, err := tlog.StoredHashesForRecordHash(int64(len(l.records)), record, l)
	l.records = append(l.records, record)
	l.stored = append(l.stored, hashes...)
	return err
}

// Every tile byte for byte as x/mod makes it from the entries, and no file besides.
func checkTiles(dir string, tree checkpoint, log *history, seen *counts) error {
	expected := map[string]bool{}
	for _, tile := range tilesOf(tree.size, 0) {
		expected[pathOf(tlog.Tile{H: 8, L: -1, N: tile.N, W: tile.W})] = true
	}
	for level := 0; level < 8; level++ {
		for _, tile := range tilesOf(tree.size, level) {
			path := pathOf(tile)
			expected[path] = true
			found, err := os.ReadFile(filepath.Join(dir, path))
			if err != nil {
				return err
			}
			made, err := tlog.ReadTileData(tile, log)
			if err != nil {
				return err
			}
			if !bytes.Equal(found, made) {
				return fmt.Errorf("%s: other hashes", path)
			}
			seen.tiles++
		}
	}
	return noOthers(dir, expected)
}

func noOthers(dir string, expected map[string]bool) error {
	if _, err := os.Stat(filepath.Join(dir, "tile")); os.IsNotExist(err) && len(expected) == 0 {
		return nil
	}
	return filepath.WalkDir(filepath.Join(dir, "tile"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err == nil && !expected[filepath.ToSlash(name)] {
			err = fmt.Errorf("%s: no such tile in a log of this size", name)
		}
		return err
	})
}
