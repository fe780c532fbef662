using Faubourg.Domain;

namespace Faubourg.Web.Record;

/// <summary>Not evidence, or evidence that is no contradiction.</summary>
public sealed record ProvesNothing : Refusal;
