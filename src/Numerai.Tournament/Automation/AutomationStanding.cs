namespace Numerai.Tournament.Automation;

/// <summary>How far a step has come.</summary>
internal enum AutomationStanding
{
    Undone,

    /// <summary>The round is in the middle of something, this step or another.</summary>
    AtWork,

    Done,
}
