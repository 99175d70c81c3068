using System.CommandLine;

namespace Numerai.Cli.Governance;

internal static class ProposalArgument
{
    public static Argument<int> Make() => new("proposal") { Description = "Its number." };
}
