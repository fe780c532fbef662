using Faubourg.Domain;
using Faubourg.Verify.Reading;

namespace Faubourg.Verify.Checks;

/// <summary>Which entries disclosed texts, and of which type they are: a byte for each, so that a text may be erased long after.</summary>
internal sealed class Disclosed
{
    private const byte Nothing = 0, NotUnderstood = 1, First = 2;

    private readonly List<byte> byEntry = [];
    private readonly List<EventForm> forms = [];

    /// <summary>Takes the next entry.</summary>
    /// <param name="form">Of its type; null where that is not understood.</param>
    /// <param name="any">It has digests.</param>
    public void Next(EventForm? form, bool any) => byEntry.Add(!any ? Nothing : form is null ? NotUnderstood : Number(form));

    /// <summary>Whether such a text can have been disclosed there.</summary>
    public bool Has(TextAt at)
    {
        if (at.Seq < 0 || at.Seq >= byEntry.Count) return false;
        var kind = byEntry[(int)at.Seq];
        return kind == NotUnderstood || (kind >= First && forms[kind - First].Discloses(at.Name));
    }

    private byte Number(EventForm form)
    {
        var known = forms.IndexOf(form);
        if (known < 0)
        {
            known = forms.Count;
            forms.Add(form);
        }

        return checked((byte)(known + First));
    }
}
