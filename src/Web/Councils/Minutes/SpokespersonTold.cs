using NodaTime;

namespace Faubourg.Web.Councils.Minutes;

public sealed record SpokespersonTold(Shown Addressee, Shown Sentence, Instant Until, bool Over, int? RecalledBy);
