using NodaTime;

namespace Faubourg.Server.Tests.Storage;

/// <summary>The world's time, which stands still until it is told otherwise.</summary>
internal sealed class TestClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 5, 8, 17, 0);

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
