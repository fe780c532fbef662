using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>A checkpoint that a recognised witness signed: at this time at the latest the entries before its size were there.</summary>
/// <param name="Size">Of the checkpoint.</param>
/// <param name="At">What the witness says the time was.</param>
/// <param name="Witness">Its name in the policy.</param>
internal sealed record Sighting(long Size, Instant At, string Witness);
