namespace Numerai.Behaviour;

/// <summary>
/// Test classes that repeat what others say, on other stores or with more seeds: <c>./numerai test --all</c> runs them, and
/// <c>./numerai test</c> only where a filter asks for them.
/// </summary>
public static class Lengths
{
    public const string Trait = "length";

    public const string Long = "long";
}
