namespace Faubourg.Bench;

/// <param name="Code">How the program ended.</param>
/// <param name="Cpu">CPU seconds, the system's for it with its own.</param>
/// <param name="Megabytes">MiB that were in memory at most.</param>
/// <param name="Trouble">What it wrote on its error stream.</param>
internal sealed record Cost(int Code, double Cpu, double Megabytes, string Trouble);
