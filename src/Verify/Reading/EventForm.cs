using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using Faubourg.Domain;
using Faubourg.Ledger;

namespace Faubourg.Verify.Reading;

/// <summary>
/// How the leaf of one kind of event is read straight from its bytes into the event. The grammar is
/// <see cref="Domain.Record.LeafMap"/>'s; a test holds the two equal.
/// </summary>
internal sealed class EventForm
{
    private readonly Func<object?[], PublicEvent> make;
    private readonly Slot[] slots;
    private readonly object?[] values;

    public EventForm(Type kind, string leaf)
    {
        Leaf = leaf;
        Kind = kind;
        Erases = kind.GetProperty(nameof(PublicEvent.Erases))!.DeclaringType != typeof(PublicEvent);
        var constructor = kind.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        make = Maker(kind, constructor);
        var nullability = new NullabilityInfoContext();
        slots =
        [
            .. constructor.GetParameters()
                .Select((p, i) => Slot.Of(p, i, nullability.Create(p).WriteState == NullabilityState.NotNull))
                .OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
        values = new object?[slots.Length];
    }

    /// <summary>The leaf's type.</summary>
    public string Leaf { get; }

    /// <summary>The event's type.</summary>
    public Type Kind { get; }

    /// <summary>Entries of this type take texts out.</summary>
    public bool Erases { get; }

    /// <summary>
    /// A field or text of the entry read last that this version does not know: there may be a later one that does. Null where all was
    /// understood.
    /// </summary>
    public string? NotUnderstood { get; private set; }

    /// <summary>Whether an entry of this type can have a disclosure of this name.</summary>
    public bool Discloses(string name) => slots.Any(slot => slot.IsText && slot.Names(name));

    /// <param name="fields">The leaf, read strictly.</param>
    /// <param name="texts">Its disclosures that are held or said to be erased.</param>
    /// <exception cref="LeafException">A field is missing, of the wrong kind or outside its grammar.</exception>
    public PublicEvent Read(LeafFields fields, HeldTexts texts)
    {
        // Both are in ordinal order of their names, so they are walked side by side.
        var (next, known) = (0, 0);
        foreach (var slot in slots)
        {
            var order = -1;
            while (next < fields.Count && (order = fields.Key(next).SequenceCompareTo(slot.Utf8Name)) < 0) next++;
            var found = order == 0;
            if (found && !slot.IsText) known++;
            values[slot.Position] = slot.IsText ? slot.ReadText(texts)
                : found ? Read(slot, fields.Value(next))
                : slot.Missing();
        }

        NotUnderstood = (known < fields.Count - fields.Common ? StrangeField(fields) : null) ?? (texts.Taken < texts.Count ? StrangeText(texts) : null);
        return make(values);
    }

    private string? StrangeField(LeafFields fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var key = fields.Key(i);
            if (!LeafFields.IsCommon(key) && !Knows(key) && !(Erases && key.SequenceEqual("digests"u8))) return Encoding.ASCII.GetString(key);
        }

        return null;
    }

    /// <summary>A text in the clear is not one of ours: whoever wrote it there made it impossible to erase.</summary>
    private bool Knows(ReadOnlySpan<byte> key)
    {
        foreach (var slot in slots)
            if (!slot.IsText && key.SequenceEqual(slot.Utf8Name))
                return true;
        return false;
    }

    private string? StrangeText(HeldTexts texts)
    {
        foreach (var name in texts.Names)
            if (!Discloses(name))
                return name;
        return null;
    }

    /// <summary>Calls the constructor with values as the slots read them: an invoker looks again at the type of each, at every entry.</summary>
    private static Func<object?[], PublicEvent> Maker(Type kind, ConstructorInfo constructor)
    {
        var method = new DynamicMethod(kind.Name, typeof(PublicEvent), [typeof(object[])], typeof(EventForm).Module);
        var code = method.GetILGenerator();
        foreach (var parameter in constructor.GetParameters())
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, parameter.Position);
            code.Emit(OpCodes.Ldelem_Ref);
            code.Emit(OpCodes.Unbox_Any, parameter.ParameterType);
        }

        code.Emit(OpCodes.Newobj, constructor);
        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<object?[], PublicEvent>>();
    }

    private static object? Read(Slot slot, ReadOnlySpan<byte> value)
    {
        try
        {
            return slot.Read(value);
        }
        catch (OverflowException)
        {
            throw new LeafException(LeafFault.WrongField, slot.Name);
        }
    }

    /// <summary>Fields are <c>starts_at</c>; values are <c>note-keeper</c>.</summary>
    public static string Words(string name, char between)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0) words.Append(between);
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
