using Faubourg.Domain.Care;

namespace Faubourg.Web.Councils.Minutes;

public sealed record CareTold(Ritual? Ritual, int? Mood, Shown? Words);
