namespace Numerai.Local.Faults;

/// <summary>What goes wrong there.</summary>
public enum FaultEffect
{
    None,

    /// <summary>It fails before it was done: a lost request, a full disk, a crash just before.</summary>
    Before,

    /// <summary>It fails after it was done: a lost answer, a crash just after.</summary>
    After,

    /// <summary>It is done twice: a request that was sent again.</summary>
    Twice,
}
