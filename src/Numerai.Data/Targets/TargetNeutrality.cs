namespace Numerai.Data.Targets;

/// <summary>What a target has been made independent of, era by era, by least squares.</summary>
public enum TargetNeutrality
{
    /// <summary>Nothing: ranked returns.</summary>
    Raw,

    /// <summary>Market (by its constant and each security's beta), sector and size. The main target.</summary>
    Factors,

    /// <summary>As <see cref="Factors"/>, and volatility, momentum, reversal and illiquidity: the styles anyone can buy.</summary>
    Styles,
}
