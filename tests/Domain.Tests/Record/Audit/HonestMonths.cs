using System.Collections.Immutable;
using Faubourg.Domain.Charges;
using Faubourg.Domain.Gains;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Tests.Gains;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Record.Audit;

/// <summary>
/// A record of some months: council 1 claims three gains; 2 takes on mediation, draws mediators and looks at nothing yet; 3 confirms
/// gain 1, which was shown; 4, a month on, finds that it works, claims a fourth, and renews; 5 gives the charge up.
/// </summary>
internal static class HonestMonths
{
    public static ImmutableArray<(PublicEvent, Instant)> Lived() => lived.Value;

    private static readonly Lazy<ImmutableArray<(PublicEvent, Instant)>> lived = new(Live);

    private static ImmutableArray<(PublicEvent, Instant)> Live()
    {
        var scene = Growth.Claimed(3);
        scene.Does(David, new ShowGain(SlipOf(David, "task"), 1, T("Sit on it.")));
        var second = Growth.Next(scene, Touches.Charge, Growth.Mediation);
        Growth.DrawsMediators(second, Benoit, Chloe);
        second.MovesOn();
        second.Does(Benoit, new Serve(2, 2, SlipOf(Benoit, "service")));
        second.Does(Chloe, new Serve(2, 2, SlipOf(Chloe, "service")));
        second.WaitsUntil(second.Council.EndsAt);
        second.Does(Benoit, new HoldMediation(SlipOf(Benoit, "service")));
        second.Does(Chloe, new StepAside(SlipOf(Chloe, "service")));
        var third = Growth.Next(second, Touches.Gain, new ConfirmGain(1));
        third.WaitsUntil(third.Council.EndsAt);
        third.Waits(Duration.FromDays(25));
        var fourth = Growth.Next(third, Touches.Charge, new RenewCharge(2));
        fourth.MovesOn();
        fourth.Does(Amina, new ClaimGain(4, Growth.Soup));
        foreach (var who in All[..4]) fourth.Does(who, new CheckGain(4, 1, true));
        fourth.WaitsUntil(fourth.Council.EndsAt);
        var fifth = Growth.Next(fourth, Touches.Charge, new EndCharge(2));
        fifth.WaitsUntil(fifth.Council.EndsAt);
        return [.. fifth.Journal.Record];
    }
}
