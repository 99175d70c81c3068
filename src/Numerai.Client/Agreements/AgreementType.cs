namespace Numerai.Client.Agreements;

/// <summary>How a griefing agreement ends.</summary>
public enum AgreementType
{
    Simple,
    Countdown,
}
