namespace Numerai.Client;

/// <summary>The two halves of an API key.</summary>
public sealed record NumeraiCredentials(string PublicId, string SecretKey)
{
    /// <summary>Does not show the secret.</summary>
    public override string ToString() => $"{nameof(NumeraiCredentials)} {{ PublicId = {PublicId} }}";
}
