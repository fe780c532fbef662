
using Faubourg.Web;
using Faubourg.Web.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;


namespace Faubourg.Server.Tests.Web;

/// <summary>A form with one field of every kind, and endpoints around it, as an author of pages would write them.</summary>
internal static class TryOut
{
    public static readonly Form Form = new("try.out", "/quarters/{slug}/councils/{council}/tries",
        Field.Text("what", new(3, 40)),
        Field.Lines("why", new(1, 200)) with { Optional = true },
        Field.Number("people", new(1, 40)) with { Optional = true },
        Field.Date("by") with { Optional = true },
        Field.Moment("start") with { Optional = true },
        Field.Choice("how", "consent", "resistance") with { Optional = true },
        Field.Flag("loud"),
        Field.List(Field.Number("dice", new(1, 6)), new(2, 9)) with { Optional = true },
        Field.Hidden("token", new(4, 22)) with { Optional = true });

    /// <summary>Addresses of this file, which are no pages of the house.</summary>
    public static readonly string[] Addresses = ["/try-live/{topic}", "/broken"];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Turns = new();

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> Rendered = new();

    public static Input? Last { get; private set; }

    /// <summary>What the live fragment of a topic shows from now on.</summary>
    public static void Turn(string topic, int revision) => Turns[topic] = revision;

    public static int Renders(string topic) => Rendered.GetValueOrDefault(topic);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapForm(Form, (_, input) =>
        {
            Last = input;
            return Task.FromResult<Reply>(input.Text("what") == "refuse me" ? new Reply.Refused(new DeviceMissing()) : new Reply.Done("/done"));
        });
        routes.MapAct(new Form("try.worth", "/quarters/{slug}/councils/{council}/try-worth"), (visit, _) => new Domain.Councils.FindWorthHolding(visit.CouncilNumber!.Value));
        routes.MapPage("/quarters/{slug}/councils/{council}/try", visit => visit.Show<NotNow>());
        routes.MapGet("/try-live/{topic}", context => context.RequestServices.GetRequiredService<LiveHub>()
            .Watch(context, (string)context.Request.RouteValues["topic"]!, "try", Render((string)context.Request.RouteValues["topic"]!), context.Request.Query["seat"]));
        routes.MapGet("/broken", _ => throw new InvalidOperationException("a secret nobody may read"));
    }

    private static Func<Words, Task<Fragment?>> Render(string topic) => words =>
    {
        Rendered.AddOrUpdate(topic, 1, (_, count) => count + 1);
        var revision = Turns.GetValueOrDefault(topic, 1);
        return Task.FromResult<Fragment?>(new Fragment(revision, System.Text.Encoding.UTF8.GetBytes($"<p>{topic} {words.Language} {revision}</p>\n<p>second line</p>")));
    };
}
