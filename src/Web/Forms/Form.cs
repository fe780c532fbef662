using System.Collections.Immutable;

namespace Faubourg.Web;

/// <summary>
/// What an act asks for. Its words are <c>{Name}.act</c> for the button and <c>{Name}.{field}</c>, <c>{Name}.{field}.hint</c>,
/// <c>{Name}.{field}.{choice}</c> for the fields.
/// </summary>
/// <param name="Name">Area and act: <c>council.propose</c>.</param>
/// <param name="Route">Where it is posted to; "/quarters/{slug}…" is served under /rehearsals too.</param>
public sealed record Form(string Name, string Route, params ImmutableArray<Field> Fields)
{
    /// <summary>A fresh one goes with every form: the same key sent twice is the same act once.</summary>
    public const string Key = "key";

    /// <summary>Number of the person beside this phone for whom the act is done.</summary>
    public const string Paper = "paper";

    private readonly string? _says;

    /// <summary>The area and act whose words its fields use, where two forms ask the same.</summary>
    public string Says { get => _says ?? Name; init => _says = value; }

    /// <summary>Taken only so often from one place: founding, convening, typing a code.</summary>
    public Pace Pace { get; init; } = Pace.Room;

    /// <summary>The field that a body of plain text is; null where only forms and JSON are read.</summary>
    public string? Body { get; init; }

    /// <summary>It is sent as multipart/form-data, because a file may come with it.</summary>
    public bool HasUpload => Fields.OfType<UploadField>().Any();

    public bool Equals(Form? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
