using Faubourg.Domain.Draws;

namespace Faubourg.Web;

public static partial class Forms
{
    private const string InCouncil = "/quarters/{slug}/councils/{council}";

    public static readonly Form OpenDoor = new("room.door", InCouncil + "/door");

    public static readonly Form TakeSeat = new(
        "room.seat",
        InCouncil + "/seats",
        Field.Hidden("token", Limits.Token) with { Optional = true },
        Field.Text("code", Limits.Code) with { Optional = true },
        Field.Text("name", Limits.Name) with { Optional = true });

    public static readonly Form SeatBeside = new("room.beside", InCouncil + "/neighbours", Field.Text("name", Limits.Name) with { Optional = true });

    public static readonly Form Leave = new("room.leave", InCouncil + "/departure");

    public static readonly Form SayName = new("room.name", InCouncil + "/name", Field.Text("name", Limits.Name) with { Optional = true });

    public static readonly Form PairWall = new(
        "room.wall",
        InCouncil + "/walls",
        Field.Hidden("wall", Limits.Token) with { Optional = true },
        Field.Text("code", Limits.Code) with { Optional = true });

    public static readonly Form ReclaimSeat = new(
        "room.reclaim",
        InCouncil + "/reclaims",
        Field.Text("mark", Limits.Mark),
        Field.Hidden("token", Limits.Token) with { Optional = true },
        Field.Text("code", Limits.Code) with { Optional = true });

    public static readonly Form Vouch = new("room.vouch", InCouncil + "/vouchers", Field.Number("seat", Limits.Seat));

    public static readonly Form TypeHeads = new("room.heads", InCouncil + "/heads", Field.Number("heads", Limits.Heads));

    public static readonly Form Rescan = new("room.rescan", InCouncil + "/rescan");

    public static readonly Form SayWilling = new(
        "room.willing",
        InCouncil + "/willingness",
        Field.Flag("facilitator"),
        Field.Flag("note_keeper"),
        Field.Flag("timekeeper"),
        Field.Flag("spokesperson"),
        Field.Flag("key_bearer"),
        Field.Flag("first_time"),
        Field.Flag("lot"),
        Field.Flag("commits"));

    public static readonly Form CloseRoll = new("room.roll", InCouncil + "/roll", Field.Choice<Way>("way") with { Optional = true });

    public static readonly Form TypeDraw = new(
        "room.draw",
        InCouncil + "/draw",
        Field.Choice("way", "dice", "slips", "hat"),
        Field.Text("numbers", Limits.Digits) with { Optional = true },
        Field.Text("facilitator", Limits.Order) with { Optional = true },
        Field.Text("companion", Limits.Order) with { Optional = true },
        Field.Text("note_keeper", Limits.Order) with { Optional = true },
        Field.Text("timekeeper", Limits.Order) with { Optional = true },
        Field.Text("spokesperson", Limits.Order) with { Optional = true },
        Field.Text("key_bearer", Limits.Order) with { Optional = true },
        Field.Text("lot", Limits.Order) with { Optional = true });

    public static readonly Form ConfirmDraw = new("room.confirm", InCouncil + "/confirmation", Field.Flag("seen"));

    public static readonly Form StepBack = new("room.stepback", InCouncil + "/roles/{role}");
}
