namespace Numerai.Web.Hosting;

/// <param name="File">Where the new key is; the secret is nowhere else.</param>
/// <param name="Revoked">Names of the keys that let nobody in any more.</param>
public sealed record RecoveredKey(string File, string PublicId, IReadOnlyList<string> Revoked);
