using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Faubourg.Domain;
using Faubourg.Ledger;

namespace Faubourg.Verify.Reading;

/// <summary>One parameter of an event, and how its value is read from a leaf.</summary>
internal abstract class Slot
{
    protected Slot(ParameterInfo parameter, int position, bool needed)
    {
        Name = EventForm.Words(parameter.Name!, '_');
        Utf8Name = Encoding.ASCII.GetBytes(Name);
        Position = position;
        Needed = needed;
    }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    public int Position { get; }

    /// <summary>The event cannot be without it.</summary>
    protected bool Needed { get; }

    public virtual bool IsText => false;

    /// <summary>The value from its canonical JSON.</summary>
    public abstract object? Read(ReadOnlySpan<byte> json);

    /// <summary>What the event has where the leaf has no such field: what is null or empty is left out.</summary>
    public virtual object? Missing() => Needed ? throw Wrong() : null;

    /// <summary>Whether a disclosure of this name would be its.</summary>
    public virtual bool Names(string disclosure) => disclosure == Name;

    public virtual object? ReadText(HeldTexts texts) => throw new NotSupportedException();

    public static Slot Of(ParameterInfo parameter, int position, bool needed)
    {
        var type = parameter.ParameterType;
        if (type == typeof(Text)) return new TextSlot(parameter, position, needed);
        if (type == typeof(ImmutableArray<Text>)) return new TextsSlot(parameter, position);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return (Slot)Activator.CreateInstance(typeof(ListSlot<>).MakeGenericType(type.GetGenericArguments()[0]), parameter, position)!;
        var read = Values.ReaderOf(Nullable.GetUnderlyingType(type) ?? type);
        return new ValueSlot(parameter, position, needed && type != typeof(bool), read);
    }

    protected LeafException Wrong() => new(LeafFault.WrongField, Name);

    private sealed class ValueSlot(ParameterInfo parameter, int position, bool needed, ReadValue read) : Slot(parameter, position, needed)
    {
        private readonly object? missing = parameter.ParameterType == typeof(bool) ? false : null;

        public override object? Read(ReadOnlySpan<byte> json) => read(json, Name);

        public override object? Missing() => missing ?? base.Missing();
    }

    private sealed class ListSlot<T>(ParameterInfo parameter, int position) : Slot(parameter, position, needed: false)
    {
        private readonly object empty = ImmutableArray<T>.Empty;
        private readonly ReadValue item = Values.ReaderOf(typeof(T));
        private readonly List<T> items = [];

        public override object? Read(ReadOnlySpan<byte> json)
        {
            if (json[0] != '[') throw Wrong();
            items.Clear();
            var scan = new CanonicalScan(json);
            scan.Enter((byte)'[');
            do items.Add((T)item(scan.Value(), Name)!);
            while (scan.Passes((byte)','));
            return items.ToImmutableArray();
        }

        public override object? Missing() => empty;
    }

    private sealed class TextSlot(ParameterInfo parameter, int position, bool needed) : Slot(parameter, position, needed)
    {
        public override bool IsText => true;

        public override object? Read(ReadOnlySpan<byte> json) => throw Wrong();

        /// <summary>A text that belongs to its event and is not here is gone: erased, or withheld, or it never was in the entry.</summary>
        public override object? ReadText(HeldTexts texts) => texts.Take(Utf8Name) ?? (Needed ? texts.Lack(Name) : null);
    }

    private sealed class TextsSlot(ParameterInfo parameter, int position) : Slot(parameter, position, needed: false)
    {
        public override bool IsText => true;

        public override object? Read(ReadOnlySpan<byte> json) => throw Wrong();

        public override bool Names(string disclosure) =>
            disclosure.StartsWith(Name + "_", StringComparison.Ordinal) && disclosure.AsSpan(Name.Length + 1).IndexOfAnyExceptInRange('a', 'z') < 0;

        public override object? ReadText(HeldTexts texts)
        {
            var found = ImmutableArray.CreateBuilder<Text>();
            while (texts.Take(Encoding.ASCII.GetBytes(Domain.Record.LeafMap.Item(Name, found.Count))) is { } text) found.Add(text);
            return found.DrainToImmutable();
        }
    }
}
