namespace Faubourg.Domain.Counting.PrefLib;

/// <summary>How the ballots of a file are counted; what each means on each kind of file: docs/decisions/0017.</summary>
public enum CountMethod { Approval, Score, Ranked, Majority, Resistance }
