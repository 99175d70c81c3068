namespace Numerai.Contracts;

/// <summary>Where to PUT a file, once, before it expires.</summary>
/// <param name="Filename">The server's name for the upload, to be given when the submission is made.</param>
/// <param name="Url">Signed: it carries its own permission.</param>
public sealed record UploadTarget(string Filename, Uri Url, DateTimeOffset Expires);
