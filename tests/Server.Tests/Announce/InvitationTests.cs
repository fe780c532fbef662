using System.Net;
using Faubourg.Server.Tests.Web;
using Faubourg.Web;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Faubourg.Server.Tests.Announce;

public sealed class InvitationTests
{
    [Theory]
    [InlineData("lilac", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Cherry", HttpStatusCode.SeeOther)]
    public async Task A_host_may_ask_for_a_word(string word, HttpStatusCode expected)
    {
        await using var app = Faubourg.Web.Program.Build(
            new HostSettings { Port = 0, Listen = IPAddress.Loopback, Invitation = "cherry" },
            builder => builder.Services.AddSingleton<IQuarters>(new QuartersInMemory(SystemClock.Instance)));
        await app.StartAsync();
        using var founder = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = app.Address(),
        };
        Assert.Contains("name=\"invitation\"", await founder.GetStringAsync("/quarters/new"), StringComparison.Ordinal);
        founder.DefaultRequestHeaders.Add("Origin", founder.BaseAddress.GetLeftPart(UriPartial.Authority));
        var form = Street.Form(("name", "Rue Basse"), ("place", "Lyon"), ("languages", "fr"), ("zone", "Europe/Paris"), ("invitation", word));
        Assert.Equal(expected, (await founder.PostAsync("/quarters", form)).StatusCode);
    }
}
