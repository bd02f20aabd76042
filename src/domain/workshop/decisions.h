#pragma once
// One overload per command; the file that defines it is named after the verb. decide.cpp joins them.

#include "domain/workshop/commands.h"

namespace knippe::domain {

// set_up.cpp
Result<Events> decide(const Workshop&, const CreateWorkshop&, const Context&);
Result<Events> decide(const Workshop&, const ChangeWorkshop&, const Context&);
// introduce.cpp
Result<Events> decide(const Workshop&, const IntroduceSpeaker&, const Context&);
Result<Events> decide(const Workshop&, const MoveSpeaker&, const Context&);
Result<Events> decide(const Workshop&, const RemoveSpeaker&, const Context&);
// run_stages.cpp
Result<Events> decide(const Workshop&, const OpenWorkshop&, const Context&);
Result<Events> decide(const Workshop&, const CloseWorkshop&, const Context&);
Result<Events> decide(const Workshop&, const OpenStage&, const Context&);
Result<Events> decide(const Workshop&, const PauseClock&, const Context&);
Result<Events> decide(const Workshop&, const ResumeClock&, const Context&);
Result<Events> decide(const Workshop&, const ExtendClock&, const Context&);
// run_room.cpp
Result<Events> decide(const Workshop&, const SetDoor&, const Context&);
Result<Events> decide(const Workshop&, const RevealResult&, const Context&);
Result<Events> decide(const Workshop&, const SetProjector&, const Context&);
Result<Events> decide(const Workshop&, const PublishReport&, const Context&);
Result<Events> decide(const Workshop&, const CloseRoom&, const Context&);
// erase_texts.cpp
Result<Events> decide(const Workshop&, const EraseTexts&, const Context&);
// seat_groups.cpp
Result<Events> decide(const Workshop&, const MakeGroup&, const Context&);
Result<Events> decide(const Workshop&, const DescribeGroup&, const Context&);
Result<Events> decide(const Workshop&, const SitDown&, const Context&);
Result<Events> decide(const Workshop&, const LeaveGroup&, const Context&);
Result<Events> decide(const Workshop&, const ReleasePhone&, const Context&);
Result<Events> decide(const Workshop&, const AskForHelp&, const Context&);
// supplement.cpp
Result<Events> decide(const Workshop&, const ProposeSupplement&, const Context&);
Result<Events> decide(const Workshop&, const EditSupplement&, const Context&);
Result<Events> decide(const Workshop&, const WithdrawSupplement&, const Context&);
Result<Events> decide(const Workshop&, const AcceptSupplement&, const Context&);
Result<Events> decide(const Workshop&, const ReturnSupplement&, const Context&);
// merge.cpp
Result<Events> decide(const Workshop&, const MergeSupplements&, const Context&);
Result<Events> decide(const Workshop&, const PartSupplements&, const Context&);
// themes.cpp
Result<Events> decide(const Workshop&, const NameTheme&, const Context&);
Result<Events> decide(const Workshop&, const RemoveTheme&, const Context&);
Result<Events> decide(const Workshop&, const MoveToTheme&, const Context&);
// rank.cpp
Result<Events> decide(const Workshop&, const ChooseKey&, const Context&);
Result<Events> decide(const Workshop&, const DropKey&, const Context&);
Result<Events> decide(const Workshop&, const MoveKey&, const Context&);
Result<Events> decide(const Workshop&, const HandInRanking&, const Context&);
Result<Events> decide(const Workshop&, const GiveBackRanking&, const Context&);
// rank_alone.cpp
Result<Events> decide(const Workshop&, const ChooseKeyAlone&, const Context&);
Result<Events> decide(const Workshop&, const DropKeyAlone&, const Context&);
Result<Events> decide(const Workshop&, const MoveKeyAlone&, const Context&);
Result<Events> decide(const Workshop&, const HandInAlone&, const Context&);
Result<Events> decide(const Workshop&, const EndAlone&, const Context&);
// plan_measures.cpp
Result<Events> decide(const Workshop&, const PlanMeasure&, const Context&);
Result<Events> decide(const Workshop&, const EditMeasure&, const Context&);
Result<Events> decide(const Workshop&, const DeleteMeasure&, const Context&);
// follow_up_measures.cpp
Result<Events> decide(const Workshop&, const FollowUpMeasure&, const Context&);
// pitch.cpp
Result<Events> decide(const Workshop&, const QueuePitches&, const Context&);
Result<Events> decide(const Workshop&, const StartPitch&, const Context&);
Result<Events> decide(const Workshop&, const PausePitch&, const Context&);
Result<Events> decide(const Workshop&, const ResumePitch&, const Context&);
Result<Events> decide(const Workshop&, const EndPitch&, const Context&);
Result<Events> decide(const Workshop&, const SkipPitch&, const Context&);
// take_notes.cpp
Result<Events> decide(const Workshop&, const TakeNote&, const Context&);
Result<Events> decide(const Workshop&, const WithdrawNote&, const Context&);
// photograph.cpp
Result<Events> decide(const Workshop&, const AddPhoto&, const Context&);
Result<Events> decide(const Workshop&, const DescribePhoto&, const Context&);
Result<Events> decide(const Workshop&, const ShowPhoto&, const Context&);
Result<Events> decide(const Workshop&, const RemovePhoto&, const Context&);

}  // namespace knippe::domain
