using NodaTime;

namespace Faubourg.Web;

/// <summary>A file as it was sent. Its name was thrown away when it was read, and its type is what its bytes say.</summary>
/// <param name="Bytes">At most <see cref="Limits.Upload"/>; none where there is a problem.</param>
/// <param name="Problem">The key of a sentence: it was too long, or too many were being sent.</param>
public sealed record Upload(ReadOnlyMemory<byte> Bytes, string? Problem = null);

/// <summary>A file from the phone: a photo. In forms only, sent as multipart/form-data; JSON has none.</summary>
public sealed record UploadField(string Name) : Field(Name)
{
    internal override Checked Check(string typed, DateTimeZone zone, Instant now) => Checked.Wrong("form.upload");
}
