namespace Numerai.Web.GraphQl.Agreements;

/// <param name="Content">Base64 of the salt, a line feed and the data.</param>
internal sealed record RevealedPostNode(int Index, byte[] Content);
