namespace Numerai.Client.Governance;

/// <summary>A power over the running tournament that proposals give and take; see docs/governance.md.</summary>
public enum CouncilRole
{
    Guardian,
    PublishData,
    ResolveRounds,
    PauseUploads,
    ChangeSettings,
}
