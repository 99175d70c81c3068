namespace Numerai.Web.GraphQl.Submissions;

/// <param name="Filename">The server's name of the file.</param>
/// <param name="Url">PUT the file's bytes there, once; the address is the permission, for an hour.</param>
internal sealed record FileAuthNode(string Filename, string Url);
