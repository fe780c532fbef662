using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faubourg.Bench;

/// <summary>
/// What bounds us: Kestrel alone, sending the same bytes; and Kestrel with one durable SQLite row for every post, committed in groups.
/// It knows no rules, no forms and no pages.
/// </summary>
internal static class RawServer
{
    private const int Batch = 256;

    private static byte[] page = [];
    private static byte[] frame = [];

    public static async Task Run(int port, string data)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ListenLocalhost(port));
        await using var app = builder.Build();
        var watchers = new ConcurrentBag<PipeWriter>();
        var rows = Channel.CreateUnbounded<(byte[] Row, TaskCompletionSource Stored)>();
        _ = Task.Run(() => Store(Path.Combine(data, "raw.db"), rows.Reader));
        app.MapGet("/health", () => "ok");
        app.MapPost("/page", async (HttpRequest request) => { page = await Body(request); });
        app.MapPost("/frame", async (HttpRequest request) => { frame = await Body(request); });
        app.MapGet("/page", (HttpContext context) => Page(context));
        app.MapGet("/watch", (HttpContext context) => Watch(context, watchers));
        app.MapPost("/push", async () =>
        {
            foreach (var watcher in watchers) await watcher.WriteAsync(frame);
        });
        app.MapPost("/act", async (HttpContext context) =>
        {
            var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            rows.Writer.TryWrite((await Body(context.Request), stored));
            await stored.Task;
            context.Response.ContentLength = 0;
        });
        await app.RunAsync();
    }

    private static async Task Page(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.BodyWriter.WriteAsync(page);
    }

    private static async Task Watch(HttpContext context, ConcurrentBag<PipeWriter> watchers)
    {
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = null;
        context.Response.ContentType = "text/event-stream";
        await context.Response.BodyWriter.WriteAsync("event: now\ndata: 0\n\n"u8.ToArray());
        watchers.Add(context.Response.BodyWriter);
        var over = new TaskCompletionSource();
        using var left = context.RequestAborted.Register(over.SetResult);
        await over.Task;
    }

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return memory.ToArray();
    }

    private static async Task Store(string path, ChannelReader<(byte[] Row, TaskCompletionSource Stored)> rows)
    {
        using var database = new SqliteConnection($"Data Source={path}");
        database.Open();
        using (var make = database.CreateCommand())
        {
            make.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row(id INTEGER PRIMARY KEY, body BLOB)";
            make.ExecuteNonQuery();
        }

        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO row(body) VALUES($body)";
        var body = insert.Parameters.Add("$body", SqliteType.Blob);
        var batch = new List<TaskCompletionSource>();
        while (await rows.WaitToReadAsync())
        {
            using (var transaction = database.BeginTransaction())
            {
                insert.Transaction = transaction;
                while (batch.Count < Batch && rows.TryRead(out var next))
                {
                    body.Value = next.Row;
                    insert.ExecuteNonQuery();
                    batch.Add(next.Stored);
                }

                transaction.Commit();
            }

            foreach (var stored in batch) stored.SetResult();
            batch.Clear();
        }
    }
}
