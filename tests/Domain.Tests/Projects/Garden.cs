using Faubourg.Domain.Councils;
using Faubourg.Domain.Projects;
using Faubourg.Domain.Quarters;
using NodaTime;
using static Faubourg.Domain.Tests.Cast;
using static Faubourg.Domain.Tests.Scene;

namespace Faubourg.Domain.Tests.Projects;

/// <summary>A project on the morning after its council: David has the planks, by Sunday the 29th; nobody has the soup.</summary>
internal static class Garden
{
    public static readonly LocalDate Sunday = new(2026, 11, 29);

    public static string Davids => SlipOf(David, "task");

    public static string Minutes(string who) => SlipOf(who);

    public static Scene Morning(bool soup = true)
    {
        var scene = Tasking();
        scene.Does(Amina, new AddTask(1, T("planks"), Sunday, WantsHelper: true));
        if (soup) scene.Does(Amina, new AddTask(1, T("soup"), null, false));
        scene.Does(David, new TakeTask(1, 1, Text.Of("David", SlipOf(David, "name")), Davids));
        scene.Waits(Duration.FromHours(14));
        Assert.True(scene.Council.IsOver);
        return scene;
    }

    public static Project Project(this Scene scene) => scene.Quarter.Projects[1];

    public static ProjectTask Task(this Scene scene, int number) => scene.Quarter.Councils[1].Tasks[number];

    public static TakeWaitingTask Takes(int task, string who, string? name = null) => new(1, task, name is null ? null : T(name), SlipOf(who, $"later {task}"));

    public static string Later(string who, int task) => SlipOf(who, $"later {task}");

    public static AskInstitution Asks(string slip, LocalDate on) => new(slip, on, T("the parks office"), T("two planks"), SlipOf(David, "request"));

    public static WriteAnswer Answers(string slip, LocalDate on) => new(slip, 1, on, RequestReply.Partly, T("one plank"), T("we sawed one"));
}
