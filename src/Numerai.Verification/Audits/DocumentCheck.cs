namespace Numerai.Verification.Audits;

/// <summary>How far a committed document was checked.</summary>
public enum DocumentCheck
{
    /// <summary>It is what was committed to; what is in it was taken as it is.</summary>
    ByHash,

    /// <summary>It was used for computing payouts again, or what is in it was computed again.</summary>
    Computed,
}
