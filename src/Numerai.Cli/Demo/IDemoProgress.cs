namespace Numerai.Cli.Demo;

/// <summary>Where a demonstration tells how far it is.</summary>
internal interface IDemoProgress
{
    void Say(string what);

    /// <param name="share">Share of all steps that lie behind, 0 to 1.</param>
    void Advance(double share, DemoStep step);
}
