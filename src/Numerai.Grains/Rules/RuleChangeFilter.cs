using Numerai.Grains.Calls;
using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Grains.Rules;

/// <summary>
/// A command to a schedule or to governance may change what uploads ask of them. The silo that sent it and the one that ran it forget at
/// once, before whoever gave it has the answer; the others hear of it by the event.
/// </summary>
internal sealed class RuleChangeFilter(KeptUploadRules rules) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => ThenForgetAsync(context);

    public Task Invoke(IOutgoingGrainCallContext context) => ThenForgetAsync(context);

    private Task ThenForgetAsync(IGrainCallContext context) =>
        KeptUploadRules.DependOn(context.TargetId.Type.ToString()) && MayChange(context) ? ForgetAfterAsync(context) : context.Invoke();

    /// <remarks>Ticks come every few seconds. They open and close rounds, and change no rules.</remarks>
    private static bool MayChange(IGrainCallContext context) =>
        context.MethodName != nameof(ISchedule.TickAsync) && !InterleavedReads.Contains(context.Request);

    /// <remarks>Also after a fault: a command whose answer was lost may have been carried out.</remarks>
    private async Task ForgetAfterAsync(IGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        finally
        {
            rules.Forget();
        }
    }
}
