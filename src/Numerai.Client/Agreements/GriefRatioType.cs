namespace Numerai.Client.Agreements;

/// <summary>What punishing costs: there is none, it is free, or it costs the punished amount times the ratio.</summary>
public enum GriefRatioType
{
    None,
    Infinite,
    Decimal,
}
