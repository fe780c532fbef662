using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Faubourg.Web;

/// <summary>Bytes served many times: each encoding is made once, when first asked for.</summary>
public sealed class Packed(byte[] plain, string contentType, string cacheControl)
{
    private readonly string _etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8))}\"";
    private readonly Lazy<byte[]> _gzip = new(() => Squeeze(plain, to => new GZipStream(to, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> _brotli = new(() => Squeeze(plain, to => new BrotliStream(to, CompressionLevel.Optimal)));

    public ReadOnlyMemory<byte> Plain => plain;

    public string ETag => _etag;

    public Task Send(HttpContext context, int status = StatusCodes.Status200OK)
    {
        var headers = context.Response.Headers;
        headers.ETag = _etag;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch == _etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (bytes, encoding) = Choose(context.Request.Headers.AcceptEncoding);
        if (encoding is not null) headers.ContentEncoding = encoding;
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.BodyWriter.WriteAsync(bytes).AsTask();
    }

    private (byte[] Bytes, string? Encoding) Choose(StringValues accepted)
    {
        var wish = accepted.ToString();
        if (wish.Contains("br", StringComparison.Ordinal)) return (_brotli.Value, "br");
        return wish.Contains("gzip", StringComparison.Ordinal) ? (_gzip.Value, "gzip") : (plain, null);
    }

    private static byte[] Squeeze(byte[] plain, Func<Stream, Stream> by)
    {
        using var result = new MemoryStream();
        using (var squeezer = by(result)) squeezer.Write(plain);
        return result.ToArray();
    }
}
