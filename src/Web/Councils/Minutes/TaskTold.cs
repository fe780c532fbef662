using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

public sealed record TaskTold(
    int Number, Shown What, LocalDate? By, bool Taken, bool WantsHelper, bool Helped, Shown? Taker, Shown? Helper, Instant? DoneAt);
