using Faubourg.Domain;

namespace Faubourg.Web.Record;

/// <summary>It proves a fork, but not of this record: another origin, or a key that never signed here.</summary>
public sealed record AnotherRecords : Refusal;
