// The oracle accepts or refuses logs in the C2SP formats, with code that nobody of this project wrote.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: oracle FOLDER...")
		os.Exit(2)
	}
	code := 0
	for _, dir := range os.Args[1:] {
		seen, err := check(dir)
		if err != nil {
			fmt.Printf("refused: %v\n", err)
			code = 1
			continue
		}
		fmt.Println(seen)
	}
	os.Exit(code)
}

// What was checked, so that a test can see that nothing was left out.
type counts struct {
	size                                                  int64
	signatures, tiles, entries, inclusions, consistencies int
}

func (c counts) String() string {
	return fmt.Sprintf("accepted: size %d, %d signatures, %d tiles, %d entries, %d inclusion proofs, %d consistency proofs",
		c.size, c.signatures, c.tiles, c.entries, c.inclusions, c.consistencies)
}

func check(dir string) (counts, error) {
	trust, err := readPolicy(dir)
	if err != nil {
		return counts{}, err
	}
	tree, signatures, err := openCheckpoint(dir, trust)
	if err != nil {
		return counts{}, err
	}
	seen := counts{size: tree.size, signatures: signatures}
	log, err := readEntries(dir, tree, &seen)
	if err != nil {
		return counts{}, err
	}
	for _, step := range []func(string, checkpoint, *history, *counts) error{checkTiles, checkThroughTiles} {
		if err := step(dir, tree, log, &seen); err != nil {
			return counts{}, err
		}
	}
	if err := checkInclusions(dir, trust, log, &seen); err != nil {
		return counts{}, err
	}
	return seen, checkConsistencies(dir, tree, log, &seen)
}
