namespace Numerai.Verification.Tests.Audits;

/// <summary>One way to falsify an export.</summary>
/// <param name="Code">What the audit has to call it.</param>
/// <param name="Where">Part of the place that it has to name.</param>
public sealed record Forgery(string Name, string Code, string Where, Action<object> Apply)
{
    public override string ToString() => Name;
}
