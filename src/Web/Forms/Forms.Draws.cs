using Faubourg.Domain.Draws;
using Faubourg.Web.Councils;

namespace Faubourg.Web;

public static partial class Forms
{
    /// <summary>Sent by a phone's own script, unseen and unasked.</summary>
    public static readonly Form CommitNonce = new("draws.commit", InCouncil + "/commitments", Field.Hidden("commitment", Limits.Hash));

    /// <summary>Likewise.</summary>
    public static readonly Form RevealNonce = new("draws.reveal", InCouncil + "/reveals", Field.Hidden("nonce", Limits.Hash));

    /// <summary>The beacon's answer as it was copied, or its signature alone.</summary>
    public static readonly Form BringBeacon = new("draws.beacon", InCouncil + "/beacon", Field.Lines("answer", Limits.Beacon));

    public static readonly Form AbandonDraw = new("draws.abandon", InCouncil + "/abandonment");

    public static readonly Form OpenLot = new(
        "draws.lot",
        InCouncil + "/lots",
        Field.Choice("role", [.. DrawForms.OfALot.Select(Field.Kebab)]),
        Field.Number("places", Limits.Places),
        Field.Flag("without_convener"),
        Field.Flag("without_last"),
        Field.Flag("without_serving"));
}
