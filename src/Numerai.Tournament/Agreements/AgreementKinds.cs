namespace Numerai.Tournament.Agreements;

/// <summary>Kinds of entries in the registry of agreements. Stored: they are added, never changed.</summary>
public static class AgreementKinds
{
    public const string Simple = "simple";
    public const string Countdown = "countdown";
    public const string Escrow = "escrow";
    public const string Feed = "feed";
}
