using Faubourg.Bench;

if (await Errand.Run(args) is { } done) return done;

var here = AppContext.BaseDirectory;
string Named(string program) => Path.Combine(here, program);
string Hosted(string program) => Path.Combine(here, "host", program);
// The load runs on the second core; the servers are put on the first.
if (OperatingSystem.IsLinux()) System.Diagnostics.Process.GetCurrentProcess().ProcessorAffinity = 2;

var rows = new List<Row>();
await using var raw = await Served.Start(Named("Faubourg.Bench.dll"), "raw", "{port}", "{data}");
bool Wanted(string name) => args.Length == 0 || args.Contains(name);

if (Wanted("watchers"))
{
    await using var served = await Serve();
    using var scene = new Scene(served, neighbours: 50);
    await scene.Convene("consent");
    await scene.Seat();
    await scene.Hear();
    rows.AddRange(await WatchersBench.Run(scene, raw));
}

if (Wanted("acts"))
{
    await using var served = await Serve();
    using var scene = new Scene(served, neighbours: 200);
    await scene.Convene("resistance");
    await scene.Seat();
    await scene.Hear();
    await scene.OpenBallots();
    rows.Add(await ActsBench.Run(scene, raw));
}

if (Wanted("log")) rows.AddRange(LogBench.Run());

if (Wanted("tickets")) rows.AddRange(TicketsBench.Run());
if (Wanted("schulze")) rows.AddRange(CountBench.Run(Hosted("faubourg.dll"), Named("Faubourg.Bench.dll")));

if (Wanted("verify") || Wanted("verify-hash")) rows.AddRange(VerifyBench.Run(Named("faubourg-verify.dll"), hashes: !Wanted("verify")));

if (Wanted("ten-year")) rows.AddRange(await TenYearsBench.Run(Hosted("faubourg.dll"), Hosted("Faubourg.Bench.dll"), raw));

if (Wanted("pages") || Wanted("newcomers"))
{
    await using var served = await Serve();
    using var scene = new Scene(served, neighbours: 3);
    await scene.Convene("consent");
    if (Wanted("newcomers")) rows.Add(await NewcomersBench.Run(scene));
    if (Wanted("pages")) rows.Add(await PagesBench.Run(scene, raw));
}

Report.Print(rows);
var root = here;
while (!File.Exists(Path.Combine(root, "Faubourg.slnx"))) root = Directory.GetParent(root)!.FullName;
Console.WriteLine($"\n{Report.Write(rows, Path.Combine(root, "benchmarks", "results"))}");
return 0;

Task<Served> Serve() => Served.Start(Hosted("faubourg.dll"), "serve", "--port", "{port}", "--data", "{data}");
