namespace Faubourg.Domain;

/// <summary>
/// Why an act was not accepted. Each kind has a sentence for the person, in every language, under <c>refusal.&lt;kind&gt;</c>;
/// its properties are the words that the sentence fills in.
/// </summary>
public abstract record Refusal;
